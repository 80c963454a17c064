package org.jianxi.gateway.transport.fetch;

import java.util.Map;

/** What routes call to have a source asked. */
public record PullBeans(Map<String, Object> byName) {}
