### One event, many people: cases under a name of the team's.

command-incidents = 一次事件，许多人
incidents = <b>涉及许多人的事件</b>
incidents-none = 还没有记下事件。如果许多人同时被带走，请在这里起个名称，把个案归到下面：这样可以一起查找，也可以一起写给他们的家庭。
button-incident = { $name } · { $cases }
button-incidents = 事件
button-incident-new = 记一个新事件
button-incident-put = + { $name }
button-incident-out = 移出
button-incident-add = 加入个案
button-incident-write = 写给这些家庭
button-incident-rename = 更改名称
button-incident-remove = 去掉这个事件
case-incidents = 事件：{ $names }
incidents-of-case = <b>{ $code }：属于哪个事件？</b>
incident-cases = 其中的个案：{ $cases }
incident-ask-name = 这个事件叫什么？比如写日期和地点。请不要写人名：全体工作人员都看得到。
incident-ask-codes = 请写出属于这个事件的个案编号，可以写几个：K7Q-4M2。
incident-gone = 已不再保留的事件
find-incidents = 有这个名称的事件：
history-joined-incident = 归入一个事件
history-left-incident = 从事件中移出
