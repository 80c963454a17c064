package org.jianxi.gateway.transport.routes;

import java.util.Map;
import org.apache.camel.CamelContext;

/** What a route may name, by the names it uses. Nothing else of the gateway can be reached from a route. */
public record DoorBeans(Map<String, Object> byName) {

    public DoorBeans {
        byName = Map.copyOf(byName);
    }

    public void bindTo(CamelContext context) {
        byName.forEach(context.getRegistry()::bind);
    }
}
