package org.jianxi.gateway.inquiries;

import org.jianxi.gateway.canonical.Bilingual;

/**
 * What a side may have found about its own records.
 *
 * @param wireName stands in the database
 */
public record InquiryOutcome(String wireName, Bilingual title) {}
