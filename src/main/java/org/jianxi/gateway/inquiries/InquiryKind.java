package org.jianxi.gateway.inquiries;

import org.jianxi.gateway.canonical.Bilingual;

/**
 * One thing that records may make look doubtful.
 *
 * @param wireName stands in the database and is no other matter's
 * @param clause what it rests on
 */
public record InquiryKind(String wireName, Bilingual title, String clause) {}
