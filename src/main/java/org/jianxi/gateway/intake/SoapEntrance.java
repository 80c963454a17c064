package org.jianxi.gateway.intake;

import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Door;

/** The source calls our SOAP 1.1 service with a key of its own. */
public record SoapEntrance() implements Entrance {

    @Override
    public Door door() {
        return Door.SOAP;
    }

    @Override
    public Optional<Map<String, String>> routeParameters() {
        return Optional.empty();
    }

    record Part() implements DoorPart {
        @Override
        public SoapEntrance entrance() {
            return new SoapEntrance();
        }
    }
}
