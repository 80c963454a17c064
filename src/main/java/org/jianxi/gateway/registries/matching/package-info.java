/** The engine: people held as sorted keys of 64 bits, registries streaming past them. Exact on the number, never a guess. */
@NamedInterface("matching")
@NullMarked
package org.jianxi.gateway.registries.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
