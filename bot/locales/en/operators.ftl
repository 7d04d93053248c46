# What operators read in their chat with the bot: what happened, and what to do next.

operators-provider-blocked = ⚠️ KIE.ai takes no orders: { $reason ->
    [out_of_funds] the account has no credits left. Top it up at kie.ai.
    [unauthorized] the key is wrong or may not do this. Check KIE_AI_API_KEY.
   *[key_limit] the key has reached its own spending limit. Raise it at kie.ai.
    }
    Orders are paused; those in the queue wait.
operators-provider-ok = ✅ KIE.ai takes orders again.
operators-foreign-payment = ⚠️ Person { $user } paid { $stars } Stars for an invoice that this bot did not make (charge <code>{ $charge }</code>). Nothing was credited. Was the database replaced? Credit or refund it by hand.
operators-support-request = 🧾 Payment request { $number } from <a href="tg://user?id={ $user }">person { $user }</a>:
    <blockquote>{ $request }</blockquote>
operators-put-aside = ⚠️ An update could not be handled and was put aside: { $reason }. Look at the table put_aside and the log.
