"""The parts of the analysis page: what is asked, the cells, the table, the chart and the files."""
