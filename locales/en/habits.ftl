### Where somebody lives, how messages come to her, and what the team is reminded of.

settings-zone = Your clock: { $city }. We write to nobody at night.
zone-office = as at our office
zone-other = another city
zone-almaty = Almaty
zone-tashkent = Tashkent
zone-urumqi = Urumqi (Xinjiang time)
zone-beijing = Beijing
zone-istanbul = Istanbul
zone-moscow = Moscow
zone-berlin = Berlin
zone-london = London
zone-new-york = New York
zone-los-angeles = Los Angeles
button-zone-office = As at the office
button-zone-almaty = Almaty
button-zone-tashkent = Tashkent
button-zone-urumqi = Urumqi
button-zone-beijing = Beijing
button-zone-istanbul = Istanbul
button-zone-moscow = Moscow
button-zone-berlin = Berlin
button-zone-london = London
button-zone-new-york = New York
button-zone-los-angeles = Los Angeles
zone-ask = In which of these cities does the clock show the same time as yours? We use it only so that no message of ours comes at night.
button-settings-zone = My clock
button-settings-way = How messages come
way-ask = How shall messages of our team come to you? If somebody else may see your phone, the second or the third is better.
button-way-at-once = At once, with the text
button-way-ping = A neutral line first
button-way-asked = Only when I ask
settings-way-at-once = Messages of our team come with their text.
settings-way-ping = Messages of our team come as a line that says nothing; the text comes when you press.
settings-way-asked = Nothing is sent to you. You find what our team wrote when you come and open /cases; also on the promised day.

alert-promise-soon = { $count ->
    [one] { $count } family was promised word soon, and nobody has written yet:
   *[other] { $count } families were promised word soon, and nobody has written yet:
}
promise-soon-line = { $code } · by { $day }
button-answer-case = Answer: { $code }
