/** Hardship marks (困难标识) and their life: proposed by a registry, decided by people, open to objection, ended in time. */
@NamedInterface("marks")
@NullMarked
package org.jianxi.gateway.registries.marks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
