#!/bin/sh
# Make .venv where it is missing or broken, then install one requirements file into it.
# Usage: sh scripts/environment.sh requirements.txt
set -eu
cd "$(dirname "$0")/.."
requirements=$1
python=.venv/bin/python

fail() {
    echo "$1" >&2
    exit 1
}

# The first interpreter that is 3.11 or newer.
find_python() {
    for name in python3.11 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    fail "没有找到 Python 3.11 或更新版本:请安装后重试(Debian 12 以 root 运行 apt-get install python3)。"
}

# Debian ships `venv` and `ensurepip` apart from Python itself.
ensure_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    package="python$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "正在安装 $package ……"
        apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$package" >/dev/null || true
        "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    fi
    fail "缺少 Python 的 venv 模块:请以 root 运行 apt-get update && apt-get install -y $package,然后重试。"
}

if ! "$python" -m pip --version >/dev/null 2>&1; then
    base=$(find_python)
    ensure_venv "$base"
    echo "正在建立 Python 环境 .venv ……"
    "$base" -m venv --clear .venv
fi

echo "正在安装 $requirements(首次约一两分钟)……"
"$python" -m pip install --quiet --disable-pip-version-check -r "$requirements" ||
    fail "依赖没有装全:请检查网络或软件源(PIP_INDEX_URL、PIP_FIND_LINKS),然后重试。"
