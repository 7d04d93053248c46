//! The invariants of invitations, promo codes and gifts.

/// See [`super::invariants`].
pub(super) static OF_LINKS: [super::Invariant; 4] = [
    (
        "nobody is invited twice, and each invitation has brought what its row says",
        "SELECT id FROM entries
         WHERE id GLOB 'invited:*'
           AND NOT EXISTS (SELECT 1 FROM payments WHERE user = entries.user AND invite_bonus = entries.credits
                           AND entries.id = 'invited:' || user)
         UNION ALL
         SELECT format('person %d brought %d', invited, credits) FROM referrals
         WHERE (credits > 0) <> EXISTS (SELECT 1 FROM entries WHERE entries.id = 'inviter:' || invited
                                        AND entries.user = inviter AND entries.credits = referrals.credits)
            OR (credits > 0 AND is_back) <> EXISTS (SELECT 1 FROM entries WHERE entries.id = 'inviter-back:' || invited
                                                    AND entries.user = inviter AND entries.credits = referrals.credits)
            OR (credits > 0 AND charge IS NULL) OR inviter = invited
         UNION ALL
         SELECT format('person %d brought %d, and the purchase is %s', invited, referrals.credits, state)
         FROM referrals JOIN refunds ON refunds.charge = referrals.charge
         WHERE referrals.credits > 0 AND is_back <> (state = 'done')
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'inviter:*'
           AND NOT EXISTS (SELECT 1 FROM referrals WHERE invited = CAST(substr(entries.id, 9) AS INTEGER)
                           AND entries.id = 'inviter:' || invited)
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'inviter-back:*'
           AND NOT EXISTS (SELECT 1 FROM referrals WHERE invited = CAST(substr(entries.id, 14) AS INTEGER)
                           AND entries.id = 'inviter-back:' || invited)",
    ),
    (
        "a promo code is used as often as it may be, and once by a person",
        "SELECT format('%s has %d uses of %d', code, uses, uses_max) FROM promo_codes
         WHERE uses > uses_max OR uses <> (SELECT count(*) FROM promo_uses WHERE promo_uses.code = promo_codes.code)
         UNION ALL
         SELECT format('%s by person %d', code, user) FROM promo_uses
         WHERE NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = 'promo:' || code || ':' || promo_uses.user
                           AND entries.user = promo_uses.user
                           AND entries.credits = (SELECT credits FROM promo_codes WHERE promo_codes.code = promo_uses.code))
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'promo:*'
           AND NOT EXISTS (SELECT 1 FROM promo_uses
                           WHERE code = substr(entries.id, 7, instr(substr(entries.id, 7), ':') - 1)
                             AND promo_uses.user = entries.user
                             AND entries.id = 'promo:' || code || ':' || promo_uses.user)",
    ),
    (
        "each gift is had by one, and has moved as its row says",
        "SELECT format('charge %s is %s', charge, state) FROM gifts
         WHERE NOT EXISTS (SELECT 1 FROM payments WHERE payments.charge = gifts.charge AND is_gift
                           AND payments.user = buyer AND payments.credits + bonus = gifts.credits)
            OR (state IN ('opened', 'taken_back')) <> EXISTS (SELECT 1 FROM entries WHERE entries.id = 'gift-in:' || charge
                                                            AND entries.user = opened_by AND entries.credits = gifts.credits)
            OR (state IN ('opened', 'taken_back')) <> EXISTS (SELECT 1 FROM entries WHERE entries.id = 'gift-out:' || charge
                                                            AND entries.user = buyer AND entries.credits = gifts.credits)
            OR (state = 'kept') <> EXISTS (SELECT 1 FROM entries WHERE entries.id = 'gift-kept:' || charge
                                           AND entries.user = buyer AND entries.credits = gifts.credits)
            OR (taken > 0) <> EXISTS (SELECT 1 FROM entries WHERE entries.id = 'gift-back:' || charge
                                      AND entries.user = opened_by AND entries.credits = taken)
            OR (state = 'refunding') <> EXISTS (SELECT 1 FROM refunds WHERE refunds.charge = gifts.charge
                                                AND refunds.state = 'held' AND gifts.state = 'refunding')
            OR (state IN ('returned', 'taken_back')) <> EXISTS (SELECT 1 FROM refunds WHERE refunds.charge = gifts.charge
                                                              AND refunds.state = 'done' AND gifts.state <> 'kept')
         UNION ALL
         SELECT 'charge ' || charge FROM payments
         WHERE is_gift AND NOT EXISTS (SELECT 1 FROM gifts WHERE gifts.charge = payments.charge)
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'gift-in:*' AND NOT EXISTS (SELECT 1 FROM gifts WHERE charge = substr(entries.id, 9))
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'gift-out:*' AND NOT EXISTS (SELECT 1 FROM gifts WHERE charge = substr(entries.id, 10))
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'gift-kept:*' AND NOT EXISTS (SELECT 1 FROM gifts WHERE charge = substr(entries.id, 11))
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'gift-back:*' AND NOT EXISTS (SELECT 1 FROM gifts WHERE charge = substr(entries.id, 11))",
    ),
    (
        "what is paid for as gifts is what nobody has opened",
        "SELECT format('user %d has %d in gifts worth %d', user, gifted, worth)
         FROM (SELECT user, gifted, (SELECT coalesce(sum(credits), 0) FROM gifts
                                     WHERE gifts.buyer = accounts.user AND state = 'waiting') AS worth FROM accounts)
         WHERE gifted <> worth
         UNION ALL
         SELECT format('person %d has no account for a gift', buyer) FROM gifts
         WHERE state = 'waiting' AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.user = gifts.buyer)",
    ),
];
