package org.jianxi.gateway.mapping;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;

/** What a document says at an address, with the place in the sender's own terms. */
sealed interface Answer {

    /** Something stands there, perhaps nothing but a blank. */
    record Found(Value value, Place place) implements Answer {}

    /** The document has no such place. */
    record NoSuchPlace(Place nearest, Bilingual why) implements Answer {}

    /** It has several, and nobody may guess which is meant. */
    record Several(Place first, Bilingual why) implements Answer {}
}
