package org.jianxi.gateway.transport;

import java.util.Map;
import org.apache.camel.CamelContext;

/** What a route may name, by the names it uses. Nothing else of the gateway can be reached from a route. */
record DoorBeans(Map<String, Object> byName) {

    DoorBeans {
        byName = Map.copyOf(byName);
    }

    void bindTo(CamelContext context) {
        byName.forEach(context.getRegistry()::bind);
    }
}
