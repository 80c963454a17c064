package org.jianxi.gateway.flow.inquiries;

import org.jianxi.gateway.canonical.StatedRule;

/**
 * What closing a side of a matter's inquiry has to keep.
 *
 * @param outcome one of those there are
 * @param text of a length
 * @param state once, while the inquiry is open
 */
public record InquiryRules(StatedRule outcome, StatedRule text, StatedRule state) {}
