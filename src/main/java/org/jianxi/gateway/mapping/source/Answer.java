package org.jianxi.gateway.mapping.source;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.table.Value;

/** What a document says at an address, with the place in the sender's own terms. */
public sealed interface Answer {

    /** A place that is named only when somebody asks: most of a hundred thousand rows are never complained of. */
    interface Whereabouts {
        Place place();
    }

    /** A reason that is put into words only when somebody asks. */
    interface Reason {
        Bilingual why();
    }

    /** Something stands there, perhaps nothing but a blank. */
    record Found(Value value, Whereabouts whereabouts) implements Answer {

        public Found(Value value, Place place) {
            this(value, () -> place);
        }

        public Place place() {
            return whereabouts.place();
        }
    }

    /** The document has no such place. */
    record NoSuchPlace(Whereabouts whereabouts, Reason reason) implements Answer {

        public NoSuchPlace(Place nearest, Bilingual why) {
            this(() -> nearest, () -> why);
        }

        public Place nearest() {
            return whereabouts.place();
        }

        public Bilingual why() {
            return reason.why();
        }
    }

    /** It has several, and nobody may guess which is meant. */
    record Several(Place first, Bilingual why) implements Answer {}
}
