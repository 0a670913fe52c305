"""The room of figures: a frame in, a plotly figure out. It knows no Streamlit and no data source."""
