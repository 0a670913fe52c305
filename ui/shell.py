"""The script Streamlit runs for every visit. Everything it does is in ui.frame, where it can be tested."""

from ui.frame import draw

draw()
