/** The lists shown to everybody: which records stand in them, what of a record is public, and what changed since somebody was told. Pure. */
@ApplicationModule(allowedDependencies = {"canonical", "documents", "forms", "signing", "filing", "outgoing"})
@NullMarked
package org.jianxi.gateway.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
