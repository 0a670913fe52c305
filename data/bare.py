"""Judge bare cases in a database of their own, in memory."""

import duckdb
import pandas as pd

from config.rules import thresholds
from metrics.assessment import assessment_sql, step
from metrics.judging import PUBLISHED, asked
from metrics.model.vocabulary import Method


def judge(cases: pd.DataFrame, method: Method) -> pd.DataFrame:
    """``case_id, status, score, ratio, reason`` for every case, in the order given.

    For growth_ratio also ``published_status``, the words of published progress results.
    """
    pairs, points = asked(cases, method, thresholds())
    with duckdb.connect(":memory:") as connection:
        connection.execute(step("inputs"))
        connection.execute("INSERT INTO asked BY NAME SELECT * FROM pairs")
        connection.execute("INSERT INTO point BY NAME SELECT *, 'case' AS indicator_id FROM points")
        verdicts = connection.execute(assessment_sql(scored=True)).df()
    frame = pd.DataFrame(
        {
            "case_id": verdicts["region"],
            "status": verdicts["status"],
            "score": verdicts["score"] if method is Method.GROWTH_RATIO else None,
            "ratio": verdicts["R"].fillna(verdicts["p"].where(verdicts["judged_by"] == "trend")),
            "reason": verdicts["reason"].fillna(""),
        }
    )
    if method is Method.GROWTH_RATIO:
        frame["published_status"] = frame["status"].map(PUBLISHED)
    return frame
