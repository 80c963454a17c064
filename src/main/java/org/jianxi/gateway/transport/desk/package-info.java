/** What all doors share: memory for bodies, outcomes as documents and log lines, names and folders for what is kept. */
@NullMarked
package org.jianxi.gateway.transport.desk;

import org.jspecify.annotations.NullMarked;
