// Every file of tests loads the whole program anew; these tables share it.
import './told/folded'
import './told/given'
import './told/loaded'
import './told/modules'
import './told/names'
import './told/registered'
import './told/ways'
import './told/written'
