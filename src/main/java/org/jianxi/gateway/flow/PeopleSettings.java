package org.jianxi.gateway.flow;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people's records are kept.
 *
 * @param retention after a batch came and, for a placement, after it ended: three years unless the office decides otherwise
 */
@ConfigurationProperties("jianxi.people")
public record PeopleSettings(@DefaultValue("P3Y") Period retention) {}
