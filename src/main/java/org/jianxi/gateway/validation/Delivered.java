package org.jianxi.gateway.validation;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;

/** What was said beside the document: whom its bringer speaks for and which month it is for; empty where only the document says. */
public record Delivered(Optional<Sender> sender, Optional<Period> period) {

    public static Delivered of(Sender sender, Period period) {
        return new Delivered(Optional.of(sender), Optional.of(period));
    }
}
