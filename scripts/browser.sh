#!/bin/sh
# The browser that the tests in tests/browser drive.
#   sh scripts/browser.sh find      prints its path; where something is missing, one sentence on stderr and exit 1
#   sh scripts/browser.sh install   the same, after installing Debian's packages where it may (root with apt-get)
# BOARD_CHROMIUM names another Chromium.
set -eu
packages="chromium fonts-noto-cjk"

browser() {
    for name in ${BOARD_CHROMIUM:+"$BOARD_CHROMIUM"} chromium chromium-browser google-chrome; do
        command -v "$name" && return
    done
    return 1
}

# Where fontconfig's tool is absent, dpkg knows; where both are, nobody does, and the pages bring their own font.
has_chinese_font() {
    if command -v fc-list >/dev/null; then
        [ -n "$(fc-list :lang=zh)" ]
    elif command -v dpkg-query >/dev/null; then
        dpkg-query -W -f '${Status}' fonts-noto-cjk 2>/dev/null | grep -q ' installed$'
    fi
}

missing() {
    browser >/dev/null || printf ' Chromium 浏览器'
    has_chinese_font || printf ' 中文字体'
}

install_packages() {
    echo "正在安装浏览器与中文字体($packages)……" >&2
    apt-get update -q >/dev/null || return 0
    # shellcheck disable=SC2086  # a list of two packages
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $packages >/dev/null || return 0
}

absent=$(missing)
if [ "${1:-find}" = install ] && [ -n "$absent" ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    install_packages
    absent=$(missing)
fi
if [ -n "$absent" ]; then
    echo "浏览器测试未运行,缺少$absent:请以 root 运行 apt-get update && apt-get install -y $packages。" >&2
    exit 1
fi
browser
