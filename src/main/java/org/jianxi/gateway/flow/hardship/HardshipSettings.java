package org.jianxi.gateway.flow.hardship;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code jianxi.hardship.*}.
 *
 * @param keepEnded how long what is said of a person stays after its mark was refused, withdrawn or has expired, or its case of
 *     overlapping placements was closed or has lapsed: long enough to answer for the decision (个人信息保护法 第十九条, 第四十七条)
 */
@ConfigurationProperties("jianxi.hardship")
record HardshipSettings(@DefaultValue("P1Y") Period keepEnded) {}
