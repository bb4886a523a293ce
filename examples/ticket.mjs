// An invented support ticket of the usual kind: about 150 words, a dozen values. The secret-looking value is put together
// at run time, so that scanners of repositories do not take it for a real one.
const apiKey = ['sk', 'live', 'Q7mZ2vK9pX4tB8nR3wL6'].join('_')

export const ticket = `Hello,

I ordered two office chairs from you on 3 November and only one arrived. The order number is ORD-2025-88317, and the
courier's note says it was left with a neighbour, which nobody here can confirm. Please refund the missing chair to my
account DE89 3704 0044 0532 0130 00. The purchase was made with card 4111 1111 1111 1111, which seems to have been
charged twice on the same day.

There is a second problem. Somebody signed in to my customer account from 203.0.113.42 last night while I was asleep; our
router shows the device 02:4c:4f:6f:70:9e. I have changed the password since. My colleague forwarded the logs to you from
it-support@northwind.example, and the shop plug-in still uses the key ${apiKey}, so please revoke it.

You can write to jo.example@mailbox.example, or call me on +49 1512 3456789 during the day and on 030 901820 in the evening. If a
second order #88412 shows up, cancel it too.

Many thanks`
