/** What an outsider can check without trusting us: the bundle of a filed return, the opening of one figure, and their verification. Pure. */
@ApplicationModule(allowedDependencies = {"canonical", "calendar", "documents", "forms", "rollup", "filing", "signing"})
@NullMarked
package org.jianxi.gateway.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
