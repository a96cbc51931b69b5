// Every file of tests loads the whole program anew; these tables share it.
import './dags/arrows'
import './dags/makers'
import './dags/orders'
import './dags/tasks'
import './dags/trigger-rules'
