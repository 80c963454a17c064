/** The asker's side: people blinded, asked once, and looked up in a registry's snapshot. */
@NamedInterface("asking")
@NullMarked
package org.jianxi.gateway.registries.asking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
