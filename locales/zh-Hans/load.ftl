### Who has how much in hand, the week in numbers, and what the hotline does by itself when it does not work.

command-load = 谁手上有多少事
load-title-team = <b>志愿者：{ $count }</b>
load-title-offers = <b>已经询问，还没有人答应：{ $count }</b>
load-title-overdue = <b>已过期的事项：{ $count }</b>
load-nothing-team = 现在还没有志愿者。可以在 /team 里邀请。
load-nothing-offers = 现在没有在询问任何人。
load-nothing-overdue = 没有过期的事项。

load-cases = 个案：{ $held }，最多 { $most }
load-tasks = 事项：{ $count }
load-overdue = 过期：{ $count }
load-asked = 未答复：{ $count }
load-over = 超过本人希望的数量
load-away = 联系不上
load-has = { $code } · { $role } · 从{ $day }起
load-has-nothing = 手上没有事情。
load-more = 另外还有：{ $count }

load-offer = { $code } · { $role } · 从 { $at } 起
load-nobody-asked = 还没有问过任何人

button-load-team = 志愿者 · { $count }
button-load-offers = 没人答应 · { $count }
button-load-overdue = 已过期 · { $count }
button-load-picture = 看图
button-load-back = 谁有多少事

load-picture = 谁手上有多少事 · { $at }
load-mark-held = 手上的个案
load-mark-free = 还可以接
load-mark-over = 超过希望的数量
load-mark-tasks = 事项
load-mark-overdue = 过期的事项
load-picture-offers = 还没有人答应：{ $count }
load-picture-overdue = 过期的事项：{ $count }
load-picture-task = { $which } · { $day } · { $who }

week = <b>上一周：{ $first } – { $last }</b>
week-cases = 新个案：{ $count }
week-promises = 按承诺写给家属的消息：{ $count }
week-words = 答应的日子里只能说“没有新消息”的：{ $count }
week-overdue = 现在过期的事项：{ $count }
week-offers = 已经询问、还没有人答应的：{ $count }
week-over = 超过本人希望数量的：{ $codes }
week-rest = 正在休息：{ $codes }

tasks-hours = 提醒在您所在地的 { $start } 到 { $end } 之间发来。
tasks-hours-off = 这些日子没有提醒：{ $days }。
tasks-hours-rest = 您在休息：在您说回来以前，不会有提醒。
tasks-hours-rest-until = 您在休息：{ $day }以前不会有提醒。

job-failing = 热线自动做的一件事现在做不了：{ $what }。第一次出问题是在 { $at }。在服务器上它叫 <code>{ $name }</code>。
job-failing-next = 热线会自己一再重试，到期的事会等着。请在今天就告诉管理服务器的人；在服务器上用“izdeu jobs”可以看到。
job-instead-outings = 在恢复以前，没有人会询问外出的人，没有回答也不会有人知道。请您打电话给外出的人。
job-works = 这件事恢复了：{ $what }。等着的会自动补上。

job-outings = 询问外出的人是否平安
job-promises = 答应的日子：提醒和给家属的消息
job-resting = 未完成的登记：提醒和删除
job-lapsing = 没有人决定的第二人同意请求
job-watching = 期限、罚款、答复和行程
job-topics = 工作人员群组里的话题
job-assigning = 询问志愿者谁接任务
job-reminding = 事项的提醒
job-clearing = 清理聊天
job-broadcasts = 群发消息
job-fetch-attachments = 保存发来的文件
job-examine-files = 检查发来的文件
job-audit-head = 日志的每日标记
job-erase = 删除该删除的内容
job-rotate-keys = 更换密钥
job-retention = 按期删除已结束的个案
job-purge = 清理不再需要的内容
job-caring = 工作人员的休息和“您还好吗”的询问
job-weekly = 一周的数字
