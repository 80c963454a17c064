package org.jianxi.gateway.registries.asking;

import java.util.Collection;
import org.jianxi.gateway.registries.blind.Batch;

/** Hears of each batch before it is sent; what it throws keeps the batch in the house. */
@FunctionalInterface
interface QuestionWitness {

    /** Nobody but the asker's own audit. */
    QuestionWitness NONE = (batch, people) -> {};

    /** @param people those who are in it, without the points of nobody */
    void asked(Batch batch, Collection<PersonToken> people);
}
