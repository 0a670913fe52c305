"""The room that owns the database: catalogue loading, loads, questions, assessments."""
