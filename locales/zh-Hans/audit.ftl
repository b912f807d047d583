### What coordinators read about the audit log.

audit-head =
    热线的日志今天到这个标记为止：<code>{ $mark }</code>
    请让这条消息留在这里。管理服务器的人可以拿日志和它核对。
audit-head-lost = 热线日志的结尾不见了，或者被改动过。请在今天就告诉管理服务器的人。
