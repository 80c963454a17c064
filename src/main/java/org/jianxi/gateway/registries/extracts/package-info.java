/** Extracts that registries send now and then: read, judged against the one before, and kept as snapshots of tokens. */
@NamedInterface("extracts")
@NullMarked
package org.jianxi.gateway.registries.extracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
