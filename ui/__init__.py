"""The room of everything that knows Streamlit: frame, address, cache, states, the screens' panels."""
