package org.jianxi.gateway.sandbox;

import java.io.IOException;

/** What a registry's sandbox knows and answers, without the wire. Safe for many threads. */
public interface RegistryDesk {

    /** @param behaviour of those that concern the content; whoever knows no such trick answers normally */
    RegistryReply answer(RegistryRequest request, RegistryBehaviour behaviour) throws IOException, InterruptedException;
}
