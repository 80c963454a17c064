package org.jianxi.gateway.transport;

import java.util.Map;

/** What routes call to have a source asked. */
record PullBeans(Map<String, Object> byName) {}
