/** Proof: hashes, trees of them, keys, signatures and their verification. The only place that knows Bouncy Castle. */
@ApplicationModule(allowedDependencies = "canonical")
@NullMarked
package org.jianxi.gateway.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
