"""Judge bare cases in a database of their own, in memory."""

import duckdb
import pandas as pd

from config.rules import thresholds
from metrics.assessment import assessment_sql, step
from metrics.judging import PUBLISHED, UnreadableCase, asked
from metrics.model.vocabulary import Method


def judge(cases: pd.DataFrame, method: Method) -> pd.DataFrame:
    """``case_id, status, score, ratio, reason`` for every case, in the order given.

    Raises UnreadableCase. For growth_ratio also ``published_status``, the words of published progress results.
    """
    # Told apart by their place: two cases may bear one id.
    try:
        pairs, points = asked(cases.assign(case_id=range(len(cases))), method, thresholds())
    except UnreadableCase as error:
        raise UnreadableCase(str(cases["case_id"].iloc[int(str(error))])) from error
    with duckdb.connect(":memory:") as connection:
        connection.execute(step("inputs"))
        connection.register("pairs", pairs)
        connection.register("points", points)
        connection.execute("INSERT INTO asked BY NAME SELECT * FROM pairs")
        connection.execute("INSERT INTO point BY NAME SELECT *, 'case' AS indicator_id FROM points")
        verdicts = connection.execute(assessment_sql(scored=True)).df()
    frame = pd.DataFrame(
        {
            "case_id": list(cases["case_id"]),
            "status": verdicts["status"],
            "score": verdicts["score"] if method is Method.GROWTH_RATIO else None,
            "ratio": verdicts["R"].fillna(verdicts["p"].where(verdicts["judged_by"] == "trend")),
            "reason": verdicts["reason"].fillna(""),
        }
    )
    if method is Method.GROWTH_RATIO:
        frame["published_status"] = frame["status"].map(PUBLISHED)
    return frame
