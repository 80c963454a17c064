package org.jianxi.gateway.flow.people;

import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.mapping.clause.KnownTrainees;

/** Whom a sender's placements may name, asked for once a batch. */
@FunctionalInterface
public interface TraineesOf {

    KnownTrainees sender(Sender sender);
}
