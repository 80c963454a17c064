/** Asking sources' servers: whose turn it is, where we may connect to, and what was taken from there before. */
@ApplicationModule(allowedDependencies = {"canonical", "calendar", "documents", "signing", "intake", "ledger"})
@NullMarked
package org.jianxi.gateway.pulling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
