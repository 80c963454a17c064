package org.jianxi.gateway.pulling;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A source could not be asked to the end. Its message is for the operator and holds no secret and nothing of the content. */
public class TurnFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> wish;

    public TurnFailed(String why) {
        this(why, Optional.empty());
    }

    /** @param wish how long the server asked to be left alone */
    public TurnFailed(String why, Optional<Duration> wish) {
        super(why, null);
        this.wish = wish;
    }

    public Optional<Duration> wish() {
        return wish;
    }
}
