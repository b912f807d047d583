### 团队为一份登记填写的小表。

slip-title = <b>{ $what }</b>
slip-sure = 保存吗？您可以返回修改答案。
button-save = 保存
slip-which = 您指的是哪一个？
slip-file-kept = 文件已保存。请发下一个，或者按“完成”。
slip-files = { $count ->
   *[other] { $count } 个文件
}
slip-not-here = 这里问的不是这个。请回答问题，或者按“取消”。
slip-press = 请按其中一个按钮。
slip-date-unclear = 这里读不出日期。请再写一次，例如：“2025年3月14日”、“2025年3月”或“三个月前”。
slip-date-future = 这一天还没有到。请写是什么时候的事。
slip-unreadable-long = 这段话太长了。请用一两行写。
slip-unreadable-name = 这里读不出姓名。请用文字写。
slip-unreadable-long-name = 这比姓名长。请只写姓名。
slip-unreadable-amount = 这里读不出金额。请用数字写，并写上货币，例如：87 000 坚戈。
slip-unreadable-phone = 这里读不出电话号码。请带上国家代码，例如：+7 701 123 45 67。
changed-meanwhile = 这段时间里别人改过了。没有覆盖任何内容。请您再看一次。
