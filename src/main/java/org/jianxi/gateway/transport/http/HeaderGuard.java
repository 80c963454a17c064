package org.jianxi.gateway.transport.http;

import org.apache.camel.Exchange;

/**
 * The first step of every route that hears from outside: whatever filter a door has, or lost, nothing but the allow-listed
 * headers goes past this point.
 */
public final class HeaderGuard {

    public HeaderGuard() {}

    public void keepOurs(Exchange exchange) {
        exchange.getMessage().getHeaders().keySet().removeIf(name -> !AllowListedHeaders.INWARDS.contains(name));
    }
}
