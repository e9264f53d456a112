/**
 * What will bite a provider although the phone at hand got through: one small check for each known
 * trap, run over a finished walk. Checks judge what was seen; they ask nobody anything.
 */
package org.fingerpost.cli.strict;
