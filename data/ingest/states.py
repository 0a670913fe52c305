"""What departments write for done, not done, yes and no."""

DONE = frozenset(
    {"完成", "已完成", "已办结", "办结", "已建成", "已实现", "是", "有", "√", "✓", "1", "done", "yes", "true", "y"}
)
NOT_DONE = frozenset(
    {
        "未完成",
        "进行中",
        "推进中",
        "在建",
        "未启动",
        "未开始",
        "否",
        "没有",
        "×",
        "0",
        "not done",
        "open",
        "no",
        "false",
        "n",
    }
)
YES = frozenset({"是", "有", "√", "✓", "1", "yes", "true", "y", "初步", "初步数", "初步核算", "有变化"})
NO = frozenset({"", "否", "无", "没有", "×", "0", "no", "false", "n", "最终", "最终数", "无变化", "-", "--", "/"})


def done(text: str) -> bool | None:
    """Whether a milestone's state says that it is done; nothing for words that say neither."""
    word = text.strip().casefold()
    return True if word in DONE else False if word in NOT_DONE else None


def yes(text: str) -> bool | None:
    """Whether a flag is set; nothing for words that say neither."""
    word = text.strip().casefold()
    return True if word in YES else False if word in NO else None
