/** The province's return on paper and on the wire, the outbox that sends it, and the ministry's acknowledgement of it. */
@ApplicationModule(allowedDependencies = {"canonical", "documents", "forms", "outgoing", "rollup", "signing"})
@NullMarked
package org.jianxi.gateway.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
