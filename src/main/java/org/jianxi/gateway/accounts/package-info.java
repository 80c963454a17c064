/** People who sign in: their accounts, passwords and second factors, and the sessions that every node knows. */
@ApplicationModule(allowedDependencies = {"canonical", "signing", "intake"})
@NullMarked
package org.jianxi.gateway.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
