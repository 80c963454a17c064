/** The comparison of our people with the registries: who is due, asking them all, and what follows from the answers. */
@NamedInterface("crossmatch")
@NullMarked
package org.jianxi.gateway.flow.crossmatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
