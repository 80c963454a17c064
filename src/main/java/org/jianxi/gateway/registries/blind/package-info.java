/** Comparing people with a registry so that neither side hands over its list: what is computed, and what is written. No network. */
@NamedInterface("blind")
@NullMarked
package org.jianxi.gateway.registries.blind;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
