/** The registry's side: its extract made into a snapshot, and a small server that answers blinded points. Needs no database. */
@NamedInterface("agent")
@NullMarked
package org.jianxi.gateway.registries.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
