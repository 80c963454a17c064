/** The look-up ledger: what was asked of which registry, for what and by what law, so that both sides can compare their books. */
@NamedInterface("lookups")
@NullMarked
package org.jianxi.gateway.registries.lookups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
