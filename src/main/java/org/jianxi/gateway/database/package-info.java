/** Where rows live: PostgreSQL, from embedded binaries or by URL, migrated and checked to be durable before anybody uses it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.jianxi.gateway.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
